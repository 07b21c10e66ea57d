import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import {
  endsToken,
  readDraft,
  type Suggestion,
  suggestionsFor,
  withoutLastWord,
  withTokens,
} from './token-draft.ts';
import type { TokenFilterInputProps } from './token-filter-input.tsx';

/** The state of a token filter while it is typed in: the raw text, the open list, the option under the keyboard. */
export function useTokenDraft(props: TokenFilterInputProps, input: RefObject<HTMLInputElement | null>) {
  const { tokens, onTokensChange, text, onTextChange, keys } = props;
  const [draft, setDraft] = useState(text);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  const suggestions = open ? suggestionsFor(draft, keys) : [];

  useEffect(() => {
    // What is being typed wins over an older answer of the address bar; from outside, the words are replaced.
    if (document.activeElement !== input.current) setDraft(text);
  }, [text, input]);

  const type = (next: string) => {
    setDraft(next);
    setActive(-1);
    setOpen(next !== '');
    const { plain } = readDraft(next, keys);
    if (plain !== text) onTextChange(plain);
  };
  const commit = (next: string) => {
    const { plain, complete } = readDraft(next, keys);
    if (complete.length > 0) onTokensChange(withTokens(tokens, complete));
    type(plain === '' ? '' : `${plain} `);
    setOpen(false);
    setSaid(complete.map(({ key, value }) => `Added ${key}: ${value}`).join('. '));
  };
  const choose = (suggestion: Suggestion) => {
    const before = withoutLastWord(draft);
    if (suggestion.kind === 'key') {
      type(`${before}${suggestion.key}:`);
    } else {
      onTokensChange(withTokens(tokens, [suggestion.token]));
      type(before);
      setOpen(false);
      setSaid(`Added ${suggestion.token.key}: ${suggestion.token.value}`);
    }
    input.current?.focus();
  };
  const remove = (index: number) => {
    const gone = tokens[index];
    if (!gone) return;
    onTokensChange(tokens.filter((_, at) => at !== index));
    setSaid(`Removed ${gone.key}: ${gone.value}`);
    input.current?.focus();
  };
  const clear = () => {
    onTokensChange([]);
    setDraft('');
    setOpen(false);
    onTextChange('');
    setSaid('Filter cleared');
    input.current?.focus();
  };
  const move = (step: number) => {
    if (!open) setOpen(true);
    const count = suggestionsFor(draft, keys).length;
    if (count > 0) setActive((at) => (at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = suggestions[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') chosen ? choose(chosen) : commit(draft);
    else if (event.key === 'Tab' && chosen) choose(chosen);
    else if (event.key === ' ' && endsToken(draft, keys)) commit(draft);
    else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Escape' && draft !== '') type('');
    else if (event.key === 'Backspace' && draft === '' && tokens.length > 0) remove(tokens.length - 1);
    else return;
    event.preventDefault();
  };
  return { draft, suggestions, active, said, setOpen, setActive, type, choose, remove, clear, onKeyDown };
}
