import type { ReactNode } from 'react';

export interface ChangeTableProps {
  /** What the table compares, for those who do not see it. */
  label: string;
  columns: readonly string[];
  /** Each row begins with the field's name; as many cells as columns. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

/** Versions of some fields side by side. */
export function ChangeTable({ label, columns, rows }: ChangeTableProps) {
  return (
    <div className="overflow-x-auto">
      <table aria-label={label} className="w-full border-collapse text-left text-sm">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-line border-b py-1.5 pr-4 font-strong text-ink-3"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...values] }) => (
            <tr key={id} className="align-top">
              <th scope="row" className="min-w-28 border-line border-b py-1.5 pr-4 font-normal text-ink-2">
                {name}
              </th>
              {values.map((value, index) => (
                <td
                  key={columns[index + 1]}
                  className="wrap-anywhere min-w-28 border-line border-b py-1.5 pr-4"
                >
                  {typeof value === 'string' ? <bdi>{value}</bdi> : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
