import clsx from 'clsx';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { Button } from '../actions/button.tsx';
import { LiveRegion } from '../status/live-region.tsx';
import { type FilterToken, keyOfToken, type Suggestion, tokenText } from './token-draft.ts';
import { type TokenFilter, useTokenDraft } from './use-token-draft.ts';

export interface TokenFilterInputProps extends TokenFilter {
  /** The accessible name: "Filter connectors". */
  label: string;
  placeholder?: string | undefined;
  /** At the end of the line: "6 of 312". */
  note?: ReactNode;
  errors?: readonly FilterError[] | undefined;
  /** For the caller's `/` key. */
  inputRef?: RefObject<HTMLInputElement | null> | undefined;
}

/** What could not be read; `token` is the place of the token it concerns, `instead` what was probably meant by it. */
export interface FilterError {
  message: string;
  token?: number | undefined;
  instead?: { token: FilterToken; word: string } | undefined;
}

/**
 * One box for a filter of tokens and words: `state:errors prod`. Arrows walk the suggestions, Enter or Space ends a
 * token, Backspace in the empty box takes the last one back, Escape closes the list and then empties the box.
 */
export function TokenFilterInput(props: TokenFilterInputProps) {
  const { label, tokens, placeholder, note, errors = [] } = props;
  const id = useId();
  const ownRef = useRef<HTMLInputElement>(null);
  const input = props.inputRef ?? ownRef;
  const typing = useTokenDraft(props, input);
  const listed = typing.suggestions.length > 0;
  const activeOption = typing.suggestions[typing.active];
  const wrong = new Set(errors.map((error) => error.token));
  return (
    <div className="relative grid min-w-0 flex-1 gap-1">
      <div className="flex min-h-8 flex-wrap items-center gap-1.5 rounded-md border border-control bg-surface px-2 py-0.5 focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-1">
        <Search size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
        {tokens.map((token, index) => (
          <TokenChip
            key={token.key}
            token={token}
            wrong={wrong.has(index)}
            onRemove={() => typing.remove(index)}
          />
        ))}
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded={listed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeOption && `${id}-${activeOption.id}`}
          aria-describedby={errors.length > 0 ? `${id}-errors` : undefined}
          aria-invalid={errors.length > 0 || undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={tokens.length === 0 ? placeholder : undefined}
          value={typing.draft}
          onChange={(event) => typing.type(event.currentTarget.value)}
          onKeyDown={typing.onKeyDown}
          onClick={() => typing.setOpen(true)}
          onFocus={() => typing.setFocused(true)}
          onBlur={() => {
            typing.setFocused(false);
            typing.setOpen(false);
          }}
          className="h-6.5 min-w-24 flex-1 border-0 bg-transparent p-0 outline-none"
        />
        {note && <span className="text-ink-3 text-sm">{note}</span>}
        {(tokens.length > 0 || typing.draft !== '') && (
          <button
            type="button"
            className="h-6 rounded-sm px-1 text-ink-3 text-sm hover:text-ink"
            aria-label="Clear the filter"
            onClick={typing.clear}
          >
            Clear
          </button>
        )}
      </div>
      <SuggestionList id={id} typing={typing} label={label} />
      {errors.length > 0 && <FilterErrors id={`${id}-errors`} errors={errors} onReplace={typing.replace} />}
      <LiveRegion>{typing.said}</LiveRegion>
    </div>
  );
}

type FilterErrorsProps = {
  id: string;
  errors: readonly FilterError[];
  onReplace: (index: number, token: FilterToken) => void;
};

function FilterErrors({ id, errors, onReplace }: FilterErrorsProps) {
  const guesses = errors.flatMap(({ token, instead }) =>
    instead && token !== undefined ? { token, instead } : [],
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span id={id} className="text-bad text-sm">
        {errors.map((error) => error.message).join(' ')}
      </span>
      {guesses.map(({ token, instead }) => (
        <Button key={token} size="sm" onClick={() => onReplace(token, instead.token)}>
          Did you mean {instead.word}?
        </Button>
      ))}
    </div>
  );
}

function TokenChip({ token, wrong, onRemove }: { token: FilterToken; wrong: boolean; onRemove: () => void }) {
  const { key, isNot } = keyOfToken(token);
  return (
    <span
      className={clsx(
        'inline-flex h-6 items-center gap-1 rounded-sm pl-2 text-sm',
        wrong ? 'bg-bad-soft text-bad' : 'bg-sunken text-ink',
      )}
    >
      <span className={clsx('font-strong', !wrong && 'text-ink-2')}>
        {isNot && 'not '}
        {key}:
      </span>
      {token.value}
      <button
        type="button"
        aria-label={`Remove ${tokenText(token)}`}
        className="grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
        onClick={onRemove}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </span>
  );
}

function SuggestionList({
  id,
  typing,
  label,
}: {
  id: string;
  typing: ReturnType<typeof useTokenDraft>;
  label: string;
}) {
  const listed = typing.suggestions.length > 0;
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={`Suggestions for ${label}`}
      hidden={!listed}
      className="absolute top-full left-0 z-20 mt-1 max-h-72 min-w-56 overflow-auto rounded-md border border-line-strong bg-raised p-1 shadow-raised"
    >
      {typing.suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box; aria-activedescendant names the option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the box
        <div
          key={suggestion.id}
          id={`${id}-${suggestion.id}`}
          role="option"
          aria-selected={index === typing.active}
          // The box must keep the focus while an option is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onPointerMove={() => typing.setActive(index)}
          onClick={() => typing.choose(suggestion)}
          className="flex min-h-7 cursor-pointer items-center gap-3 rounded-sm px-2 aria-selected:bg-accent-soft"
        >
          <SuggestionText suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
}

function SuggestionText({ suggestion }: { suggestion: Suggestion }) {
  if (suggestion.kind === 'value') return <span>{suggestion.value}</span>;
  return (
    <>
      <span className="font-strong">{suggestion.key}:</span>
      {suggestion.description && <span className="text-ink-3 text-sm">{suggestion.description}</span>}
    </>
  );
}
