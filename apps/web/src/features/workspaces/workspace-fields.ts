/** The form of a workspace as a person fills it, and what is sent for it. Knows no screen. */
import {
  AuthPath,
  invisibleCharacterProblem,
  type NewWorkspace,
  PlatformId,
  SecretInput,
  usualAuthPath,
  type Workspace,
  type WorkspaceChange,
} from '@console/console-contract';
import type { FormErrors } from '../../shared/page/use-form.ts';

export type WorkspaceValues = {
  name: string;
  platform: string;
  apiServerUrl: string;
  gatewayUrl: string;
  authPath: string;
  clientId: string;
  clientSecret: string;
};

export const emptyWorkspace: WorkspaceValues = {
  name: '',
  platform: '',
  apiServerUrl: '',
  gatewayUrl: '',
  authPath: usualAuthPath,
  clientId: '',
  clientSecret: '',
};

/** The stored workspace in the form; its secret stays where it is. */
export function valuesOf(workspace: Workspace): WorkspaceValues {
  const { name, platform, apiServerUrl, gatewayUrl, authPath, clientId } = workspace;
  return { name, platform, apiServerUrl, gatewayUrl, authPath, clientId, clientSecret: '' };
}

/** True when the secret must be typed again: it is sealed to the host and the client id it was given for. */
export function secretIsNeeded(values: WorkspaceValues, stored: Workspace | undefined): boolean {
  if (stored === undefined || !stored.secret.configured) return true;
  if (values.clientId.trim() !== stored.clientId || values.platform !== stored.platform) return true;
  return values.platform === 'custom' && !sameAddresses(values, stored);
}

function sameAddresses(values: WorkspaceValues, stored: Workspace): boolean {
  return values.apiServerUrl.trim() === stored.apiServerUrl && values.gatewayUrl.trim() === stored.gatewayUrl;
}

/** What keeps the form from being saved, by field. */
export function workspaceErrors(
  values: WorkspaceValues,
  stored: Workspace | undefined,
): FormErrors<WorkspaceValues> {
  const errors: FormErrors<WorkspaceValues> = {};
  const name = values.name.trim();
  if (name === '' || name.length > 80)
    errors.name = 'Enter a name of 1 to 80 characters, such as the company’s.';
  if (values.platform === '') errors.platform = 'Choose the platform of your subscription.';
  if (values.platform === 'custom') {
    if (!isBaseUrl(values.apiServerUrl)) errors.apiServerUrl = ADDRESS_HELP;
    if (!isBaseUrl(values.gatewayUrl)) errors.gatewayUrl = ADDRESS_HELP;
  }
  const unseen = invisibleCharacterProblem(values.clientId);
  if (unseen !== undefined) errors.clientId = unseen;
  else if (!/^[\x21-\x7e]{1,200}$/.test(values.clientId.trim())) {
    errors.clientId = 'Paste the client id: visible characters only, no spaces.';
  }
  const secret = secretError(values, stored);
  if (secret !== undefined) errors.clientSecret = secret;
  return errors;
}

const ADDRESS_HELP =
  'Enter the address with its scheme, such as https://gateway.example.com, without a path.';

function secretError(values: WorkspaceValues, stored: Workspace | undefined): string | undefined {
  if (values.clientSecret === '') {
    if (!secretIsNeeded(values, stored)) return undefined;
    return stored === undefined
      ? 'Paste the client secret.'
      : 'Paste the client secret again: the stored one belongs to the former address or client id.';
  }
  const unseen = invisibleCharacterProblem(values.clientSecret);
  if (unseen !== undefined) return unseen;
  return SecretInput.safeParse(values.clientSecret).success
    ? undefined
    : 'Paste the whole secret: visible characters only, and not the dots that stand for it.';
}

function isBaseUrl(text: string): boolean {
  const url = URL.parse(text.trim());
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  );
}

/** The body that connects a workspace. */
export function toNewWorkspace(values: WorkspaceValues): NewWorkspace {
  return {
    name: values.name.trim(),
    ...placeOf(values),
    clientId: values.clientId.trim(),
    clientSecret: values.clientSecret,
  };
}

/** The body that changes one: only what differs, and the secret only when one was typed. */
export function toWorkspaceChange(values: WorkspaceValues, stored: Workspace): WorkspaceChange {
  const name = values.name.trim();
  const clientId = values.clientId.trim();
  const moved =
    values.platform !== stored.platform || (values.platform === 'custom' && !sameAddresses(values, stored));
  const place = placeOf(values);
  return {
    ...(name !== stored.name && { name }),
    ...(moved && place),
    ...(place.authPath !== stored.authPath && { authPath: place.authPath }),
    ...(clientId !== stored.clientId && { clientId }),
    ...(values.clientSecret !== '' && { clientSecret: values.clientSecret }),
  };
}

function placeOf(values: WorkspaceValues) {
  const authPath = AuthPath.parse(values.authPath);
  const platform = PlatformId.parse(values.platform);
  if (platform !== 'custom') return { platform, authPath };
  return {
    platform,
    authPath,
    apiServerUrl: values.apiServerUrl.trim(),
    gatewayUrl: values.gatewayUrl.trim(),
  };
}
