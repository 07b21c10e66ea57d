import { type ClipboardEvent, type RefObject, useRef, useState } from 'react';
import { Button } from '../../../ui/actions/button.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { numberText } from '../../../ui/time/number-text.ts';

interface ScopeTextFieldProps {
  text: string;
  onText: (text: string) => void;
  onApply: () => void;
  hint: string;
  area: RefObject<HTMLTextAreaElement | null>;
}

/** A text field, or, for more lines than a browser lays out in reasonable time, a file to take away and bring back. */
export function ScopeTextField({ text, onText, onApply, hint, area }: ScopeTextFieldProps) {
  if (isLong(text)) return <LongText text={text} onText={onText} />;
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const pasted = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n');
    const whole = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
    if (!isLong(whole)) return;
    event.preventDefault();
    onText(whole);
  };
  return (
    <TextArea
      ref={area}
      label="Scope as text"
      hint={hint}
      mono
      rows={14}
      wrap="off"
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onPaste={onPaste}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onApply();
      }}
    />
  );
}

/** Chromium lays out a few thousand lines in some hundred milliseconds, and 50,000 in as many seconds as one waits for. */
export function isLong(text: string): boolean {
  return text.length > 200_000;
}

const MOST_BYTES = 20_000_000;

function LongText({ text, onText }: Pick<ScopeTextFieldProps, 'text' | 'onText'>) {
  const [refused, setRefused] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File | undefined) => {
    if (!file) return;
    const isTooLarge = file.size > MOST_BYTES;
    setRefused(isTooLarge ? `${file.name} is larger than any scope: it was not read.` : undefined);
    if (!isTooLarge) onText((await file.text()).replaceAll('\r\n', '\n'));
  };
  return (
    <section
      aria-label="Scope as text"
      className="grid gap-2 rounded-md border border-line bg-sunken p-3 text-sm"
    >
      <p className="m-0">
        <b className="font-strong">{numberText(text.split('\n').length)} lines</b> are too many to be edited
        here. Copy or download them, change them in an editor, and bring the file back. A file that is not
        applied yet stays on this page alone.
      </p>
      <div>
        <Button size="sm" onClick={() => input.current?.click()}>
          Open a file
        </Button>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml,.txt"
          aria-label="File with the scope"
          className="hidden"
          onChange={(event) => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {refused && (
        <p role="alert" className="m-0 text-bad">
          {refused}
        </p>
      )}
    </section>
  );
}
