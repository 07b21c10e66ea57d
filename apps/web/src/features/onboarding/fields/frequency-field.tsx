import { Select } from '../../../ui/select.tsx';

export interface FrequencyFieldProps {
  name: string;
  label: string;
  value: number;
  /** From 1 to this many, each as `textOf` says it. */
  most: number;
  textOf: (count: number) => string;
  error: string | undefined;
  onChange: (count: number) => void;
}

/** How often something is done, as a choice of all that the vendor takes. */
export function FrequencyField({ name, label, value, most, textOf, error, onChange }: FrequencyFieldProps) {
  const options = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: textOf(index + 1),
  }));
  return (
    <Select
      id={name}
      name={name}
      label={label}
      options={options}
      value={String(value)}
      error={error}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}
