import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { Segmented } from '../fields/segmented.tsx';
import { useTheme } from './theme.ts';

/** Light, dark, or as the system says. */
export function ThemeSwitch() {
  const { choice, choose } = useTheme();
  return <Segmented label="Theme" value={choice} onChange={choose} options={OPTIONS} />;
}

const OPTIONS = [
  { value: 'light', title: 'Light', label: <Sun size={14} /> },
  { value: 'dark', title: 'Dark', label: <Moon size={14} /> },
  { value: 'system', title: 'As the system', label: <Monitor size={14} /> },
] as const;
