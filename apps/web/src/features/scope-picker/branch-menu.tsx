import Ellipsis from 'lucide-react/icons/ellipsis';
import { Menu } from '../../ui/actions/menu.tsx';
import type { BranchChoice } from './rules/branch-choice.ts';
import { unitAt } from './tree/unit-forest.ts';
import type { ScopePickerState } from './use-scope-picker.ts';

/** What can be chosen for all of a branch, behind a button in the row of its unit. */
export function BranchMenu({ picker, index }: { picker: ScopePickerState; index: number }) {
  const { forest, scope, labels } = picker;
  const parent = forest.parents[index] ?? -1;
  const isOut = picker.excludedAbove(index);
  const isCovered =
    scope.included[parent] === 1 ? `An inclusion above covers this ${labels.unit}.` : undefined;
  const item = (choice: BranchChoice, label: string, disabledReason?: string) => ({
    id: choice,
    label,
    disabledReason: disabledReason && `${disabledReason.replace(/\.$/, '')}.`,
    onSelect: () => picker.chooseInBranch(index, choice, label),
  });
  return (
    <Menu
      label={`Branch of ${unitAt(forest, index).name}`}
      icon={<Ellipsis size={14} />}
      size="sm"
      variant="plain"
      align="end"
      items={[
        item('all', 'All in this branch', isOut),
        item('only-unit', `Only this ${labels.unit}`, isOut),
        item('children', 'Children only', isOut ?? isCovered),
        item('clear', 'Clear branch'),
      ]}
    />
  );
}
