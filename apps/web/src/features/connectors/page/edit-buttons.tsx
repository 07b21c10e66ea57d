import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { useEditChoices } from '../changes/use-edit-choices.ts';

/** The buttons of a connector's page that lead to its forms. */
export function EditButtons({ address }: { address: ConnectorAddress }) {
  return useEditChoices(address).map(({ id, verb, refusal, open }) => (
    <Button key={id} disabledReason={refusal} onClick={open}>
      {verb}
    </Button>
  ));
}
