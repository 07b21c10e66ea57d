import type { ConnectorReading } from '@console/console-contract';
import { useEffect, useRef } from 'react';
import { useLocation, useOutletContext } from 'react-router';
import { Card } from '../../../ui/layout/card.tsx';
import { CodeBlock } from '../../../ui/layout/code-block.tsx';
import { SummaryList } from '../../../ui/layout/summary-list.tsx';
import { connectorFacts, memberFacts } from './connector-facts.tsx';
import { everyText } from './minutes-text.ts';

/** Every value that is known, in words and as JSON. The secret is not among them: it cannot be read back. */
export function ConnectorConfiguration() {
  const { connector } = useOutletContext<ConnectorReading>();
  const { hash } = useLocation();
  const atJson = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hash === '#json') atJson.current?.querySelector('section')?.focus();
  }, [hash]);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title="Connector">
        <SummaryList
          items={[{ label: 'Name', value: <bdi>{connector.name}</bdi> }, ...connectorFacts(connector)]}
        />
      </Card>
      <Card title="Members and schedule">
        <SummaryList
          items={[
            ...memberFacts(connector),
            { label: 'The connector runs', value: everyText(connector.runEvery) },
            { label: 'Its members run', value: everyText(connector.memberRunEvery) },
          ]}
        />
      </Card>
      <Card title="As JSON" className="lg:col-span-2">
        <div ref={atJson}>
          <CodeBlock label="The connector as JSON" code={JSON.stringify(connector, null, 2)} />
        </div>
      </Card>
    </div>
  );
}
