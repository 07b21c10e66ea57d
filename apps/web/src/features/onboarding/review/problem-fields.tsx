/** What the console says of single fields of a refused request. Nothing without such words. */
export function ProblemFields({ fields }: { fields: Readonly<Record<string, string>> | undefined }) {
  const messages = Object.entries(fields ?? {});
  if (messages.length === 0) return null;
  return (
    <ul className="m-0 mt-1 list-disc pl-5 text-sm">
      {messages.map(([field, message]) => (
        <li key={field}>
          {field.replace(/^spec\./, '')}: {message}
        </li>
      ))}
    </ul>
  );
}
