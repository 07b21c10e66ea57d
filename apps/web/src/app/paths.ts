/** Every address of the product, built in one place. Routes and links both come from here. */
type Cloud = 'azure' | 'aws';

export const paths = {
  home: '/',
  setup: '/setup',
  signIn: (returnTo?: string) =>
    returnTo === undefined || returnTo === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ returnTo })}`,
  account: '/account',
  connectWorkspace: '/workspaces/new',
  workspace: (workspace: string) => `/w/${workspace}`,
  settings: (workspace: string) => `/w/${workspace}/settings`,
  connectors: (workspace: string, filter?: string) =>
    `/w/${workspace}/connectors${filter === undefined ? '' : `?${new URLSearchParams({ filter })}`}`,
  /** The list, which tells above its rows what became of the operation. */
  connectorsAfter: (workspace: string, operation: string) =>
    `/w/${workspace}/connectors?${new URLSearchParams({ operation })}`,
  connector: (workspace: string, cloud: Cloud, id: string, operation?: string) =>
    `/w/${workspace}/connectors/${cloud}/${id}${operation === undefined ? '' : `?operation=${operation}`}`,
  connectorPart: (workspace: string, cloud: Cloud, id: string, part: ConnectorPart) =>
    `/w/${workspace}/connectors/${cloud}/${id}/${part}`,
  activity: (workspace: string, filter?: string) =>
    `/w/${workspace}/activity${filter === undefined ? '' : `?${new URLSearchParams({ filter })}`}`,
  /** One entry of the activity, open. */
  activityEntry: (workspace: string, operation: string) =>
    `/w/${workspace}/activity?${new URLSearchParams({ operation })}`,
  editConnector: (workspace: string, cloud: Cloud, id: string) =>
    `/w/${workspace}/connectors/${cloud}/${id}/edit`,
  cloneConnector: (workspace: string, cloud: Cloud, id: string) =>
    `/w/${workspace}/connectors/${cloud}/${id}/clone`,
  newConnector: (workspace: string) => `/w/${workspace}/connectors/new`,
  newAzureConnector: (workspace: string) => `/w/${workspace}/connectors/new/azure`,
  newAwsConnector: (workspace: string) => `/w/${workspace}/connectors/new/aws`,
  draft: (workspace: string, draft: string, step?: string) =>
    `/w/${workspace}/connectors/new/drafts/${draft}${step === undefined ? '' : `/${step}`}`,
} as const;

export type ConnectorPart = 'scope' | 'members' | 'last-job' | 'configuration' | 'activity';
