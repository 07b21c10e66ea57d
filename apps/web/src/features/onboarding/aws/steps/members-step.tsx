import { awsFields } from '@console/console-contract';
import { Banner } from '../../../../ui/banner.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { FrequencyField } from '../../fields/frequency-field.tsx';
import { MemberPrefixField } from '../../fields/member-prefix-field.tsx';
import { change, errorOf } from '../../step-form.ts';
import { every } from '../../words.ts';
import { fewestCalmHours, memberNamesMadeWith } from '../aws-draft.ts';
import type { AwsForm } from '../aws-form.ts';

/** What the members are called, where they look, and how often everything is read. */
export function MembersStep({ form }: { form: AwsForm }) {
  const { values } = form.wizard;
  return (
    <>
      <MemberPrefixField form={form} examples={memberNamesMadeWith(values.memberPrefix)} />
      <Regions form={form} />
      <Checkbox
        id="perimeterScan"
        label="Cloud perimeter scan"
        hint="Scans what can be reached from outside, by the platform’s global scan configuration. It needs Vulnerability Management and switches it on."
        checked={values.perimeterScan}
        error={errorOf(form, 'perimeterScan')}
        onChange={({ currentTarget }) =>
          change(form, {
            perimeterScan: currentTarget.checked,
            ...(currentTarget.checked && { activateVm: true }),
          })
        }
      />
      <div className="grid gap-2">
        <div className="grid gap-4 @min-[30rem]/step:grid-cols-2">
          <FrequencyField
            name="runEveryHours"
            label="Look for accounts"
            {...HOURS}
            value={values.runEveryHours}
            error={errorOf(form, 'runEveryHours')}
            onChange={(hours) => change(form, { runEveryHours: hours })}
          />
          <FrequencyField
            name="memberRunEveryHours"
            label="Run each member"
            {...HOURS}
            value={values.memberRunEveryHours}
            error={errorOf(form, 'memberRunEveryHours')}
            onChange={(hours) => change(form, { memberRunEveryHours: hours })}
          />
        </div>
        {Math.min(values.runEveryHours, values.memberRunEveryHours) < fewestCalmHours ? (
          <Banner tone="warn" title={`More often than every ${fewestCalmHours} hours`}>
            AWS may throttle the calls of the connector, and runs may end with errors for it.
          </Banner>
        ) : (
          <p className="m-0 text-ink-3 text-sm">
            From every hour to once a day. Four hours are the platform’s own default.
          </p>
        )}
      </div>
    </>
  );
}

function Regions({ form }: { form: AwsForm }) {
  const { values } = form.wizard;
  return (
    <fieldset className="m-0 grid gap-3 border-0 p-0">
      <legend className="mb-1 p-0 font-strong text-sm">Regions</legend>
      <Checkbox
        label="All regions for Asset Inventory"
        hint="Off, the gateway reads the regions it chooses by itself: single regions cannot be named here."
        checked={values.allRegions}
        onChange={(event) => change(form, { allRegions: event.currentTarget.checked })}
      />
      {values.cspm && (
        <Checkbox
          label="All regions for posture management (CSPM)"
          hint="The same for cloud inventory and security assessment."
          checked={values.allPostureRegions}
          onChange={(event) => change(form, { allPostureRegions: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}

const HOURS = { most: awsFields.runEveryHours.most, textOf: (count: number) => every(count, 'hour') };
