import type { Platform } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import type { useForm } from '../../shared/page/use-form.ts';
import { Select } from '../../ui/fields/select.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { SummaryList } from '../../ui/layout/summary-list.tsx';
import { workspaceQueries } from './queries.ts';
import type { WorkspaceValues } from './workspace-fields.ts';

type Form = ReturnType<typeof useForm<WorkspaceValues>>;

/** Where the subscription lives: a known platform with both its addresses, or addresses of one's own. */
export function PlatformFields({ form }: { form: Form }) {
  const { data } = useQuery(workspaceQueries.platforms());
  const platforms = data?.platforms ?? [];
  const chosen = platforms.find(({ id }) => id === form.values.platform);
  return (
    <>
      <Select
        label="Platform"
        hint="The vendor tells it in your subscription under Help › About."
        placeholder="Choose a platform"
        options={[...platforms.filter(isKnown).map(optionOf), { value: 'custom', label: 'Custom addresses' }]}
        {...form.field('platform')}
      />
      {form.values.platform === 'custom' ? (
        <CustomAddresses form={form} />
      ) : (
        chosen && <Addresses platform={chosen} />
      )}
      <details open={form.values.authPath !== '/auth/oidc'}>
        <summary className="w-fit py-0.5 text-ink-2 text-sm">Advanced</summary>
        <div className="pt-2">
          <Select
            label="Token address"
            hint="The vendor’s pages name both. Keep the first unless it is refused."
            options={[
              { value: '/auth/oidc', label: '/auth/oidc' },
              { value: '/auth/oauth', label: '/auth/oauth' },
            ]}
            {...form.field('authPath')}
          />
        </div>
      </details>
    </>
  );
}

function isKnown(platform: Platform): boolean {
  return platform.id !== 'custom';
}

function optionOf({ id, gatewayUrl }: Platform) {
  return { value: id, label: `${id} · ${gatewayUrl.replace('https://', '')}` };
}

function Addresses({ platform }: { platform: Platform }) {
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <SummaryList
        items={[
          { label: 'API server', value: platform.apiServerUrl, mono: true },
          { label: 'Gateway', value: platform.gatewayUrl, mono: true },
        ]}
      />
    </div>
  );
}

function CustomAddresses({ form }: { form: Form }) {
  return (
    <>
      <TextField
        label="API server address"
        hint="Only hosts that this console is allowed to call."
        placeholder="https://qualysapi.example.com"
        inputMode="url"
        mono
        {...form.field('apiServerUrl')}
      />
      <TextField
        label="Gateway address"
        placeholder="https://gateway.example.com"
        inputMode="url"
        mono
        {...form.field('gatewayUrl')}
      />
    </>
  );
}
