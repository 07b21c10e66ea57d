import type { AzureDraftValues } from '@console/console-contract';
import { lazyPart } from '../../../ui/layout/lazy-part.ts';
import { HelpFrame } from '../help-frame.tsx';

/** The application that the connector needs in Azure, ready to make with the values entered so far. Never a secret. */
export function TenantHelp({ values }: { values: AzureDraftValues }) {
  return (
    <HelpFrame summary="Make the application in Azure, or find its values: Azure CLI, Terraform">
      <TenantDocuments values={values} />
    </HelpFrame>
  );
}

const TenantDocuments = lazyPart(async () => (await import('./tenant-documents.tsx')).TenantDocuments);
