import { type MemberTargets, namesInLine } from '@console/console-contract';
import { Banner } from '../../ui/status/banner.tsx';
import { numberText } from '../../ui/time/number-text.ts';

/** What the look-up found: the member, where the console knows it, and whether it may join this connector. */
export function AttachTargets({ found, joins }: { found: MemberTargets; joins: boolean }) {
  const { targets, incomplete } = found;
  const who = found.member?.name ?? 'This member';
  if (incomplete) {
    return (
      <Banner
        tone="warn"
        title={`Not every connector that ${found.member?.name ?? 'it'} may join could be read`}
      >
        The gateway has the last word. <Others targets={targets} />
      </Banner>
    );
  }
  if (joins) {
    const others = targets.length - 1;
    return (
      <Banner tone="ok" title={`${who} may join this connector`}>
        {others === 0
          ? 'There is no other one that it may join.'
          : `It may join ${numberText(others)} other${others === 1 ? '' : 's'} as well.`}
      </Banner>
    );
  }
  return (
    <Banner tone="warn" title={`${who} may not join this connector`}>
      <Others targets={targets} />
    </Banner>
  );
}

function Others({ targets }: Pick<MemberTargets, 'targets'>) {
  if (targets.length === 0) {
    return 'The gateway names no connector that it may join: mostly it is a member already, of this one or of another, and has to be detached there first.';
  }
  const names = targets.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = targets.length - names.length;
  return (
    <>
      It may join: <bdi className="wrap-anywhere">{namesInLine(names)}</bdi>
      {more > 0 && ` and ${numberText(more)} more`}.
    </>
  );
}

const MOST_NAMED = 5;
