import { type KeyboardEvent, type RefObject, useState } from 'react';
import {
  endsToken,
  type FilterKey,
  type FilterToken,
  readDraft,
  type Suggestion,
  suggestionsFor,
  tokenText,
  withoutLastWord,
  withTokens,
} from './token-draft.ts';

/** What stands in the filter, and whom to tell when it changes. */
export interface TokenFilter {
  tokens: readonly FilterToken[];
  onTokensChange: (tokens: FilterToken[]) => void;
  /** The plain words. They are reported with every key; a half-typed token is not. */
  text: string;
  onTextChange: (text: string) => void;
  keys: readonly FilterKey[];
}

/** The state of a token filter while it is typed in: the raw text, the open list, the option under the keyboard. */
export function useTokenDraft(props: TokenFilter, input: RefObject<HTMLInputElement | null>) {
  const { tokens, onTokensChange, text, onTextChange, keys } = props;
  const { draft, setDraft, setFocused } = useDraftText(text);
  const { setOpen, active, setActive, suggestions, chosen, move } = useOptionList(draft, keys);
  const [said, setSaid] = useState('');

  const type = (next: string, listOpen = next !== '') => {
    setDraft(next);
    setActive(-1);
    setOpen(listOpen);
    const { plain } = readDraft(next, keys);
    if (plain !== text) onTextChange(plain);
  };
  const commit = () => {
    const { plain, complete } = readDraft(draft, keys);
    if (complete.length > 0) onTokensChange(withTokens(tokens, complete));
    type(plain === '' ? '' : `${plain} `, false);
    setSaid(complete.map((token) => `Added ${tokenText(token)}`).join('. '));
  };
  const choose = (suggestion: Suggestion) => {
    const before = withoutLastWord(draft);
    input.current?.focus();
    if (suggestion.kind === 'key') return type(`${before}${suggestion.key}:`);
    onTokensChange(withTokens(tokens, [suggestion.token]));
    type(before, false);
    setSaid(`Added ${tokenText(suggestion.token)}`);
  };
  const { remove, replace } = tokenEdits(props, setSaid, input);
  const clear = () => {
    onTokensChange([]);
    type('');
    setSaid('Filter cleared');
    input.current?.focus();
  };
  const actions = { move, choose, commit, remove, type, close: () => setOpen(false) };
  const onKeyDown = (event: KeyboardEvent) => {
    const endsHere = event.key === ' ' && endsToken(draft, keys);
    const at = { draft, listed: suggestions.length > 0, chosen, endsHere, lastToken: tokens.length - 1 };
    if (actOnKey(event.key, at, actions)) {
      event.preventDefault();
    }
  };
  return {
    draft,
    suggestions,
    active,
    said,
    setOpen,
    setActive,
    setFocused,
    type,
    choose,
    remove,
    replace,
    clear,
    onKeyDown,
  };
}

/** What is done to a token that stands in the box; the focus stays there. */
function tokenEdits(
  { tokens, onTokensChange }: TokenFilter,
  say: (said: string) => void,
  input: RefObject<HTMLInputElement | null>,
) {
  const change = (next: FilterToken[], said: string) => {
    onTokensChange(next);
    say(said);
    input.current?.focus();
  };
  return {
    remove: (index: number) => {
      const gone = tokens[index];
      change(
        tokens.filter((_, at) => at !== index),
        gone ? `Removed ${tokenText(gone)}` : '',
      );
    },
    replace: (index: number, token: FilterToken) =>
      change(
        tokens.map((one, at) => (at === index ? token : one)),
        `Now ${tokenText(token)}`,
      ),
  };
}

/**
 * The typed text. What is being typed wins over an older answer of the address bar; while the box is left alone, words
 * that change outside replace it.
 */
function useDraftText(text: string) {
  const [draft, setDraft] = useState(text);
  const [focused, setFocused] = useState(false);
  const [seen, setSeen] = useState(text);
  if (seen !== text) {
    setSeen(text);
    if (!focused) setDraft(text);
  }
  return { draft, setDraft, setFocused };
}

/** The list of suggestions: open or not, and which option the arrows stand on. */
function useOptionList(draft: string, keys: readonly FilterKey[]) {
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = open ? suggestionsFor(draft, keys) : [];
  const move = (step: number) => {
    setOpen(true);
    setActive(nextOption(active, step, suggestionsFor(draft, keys).length));
  };
  return { setOpen, active, setActive, suggestions, chosen: suggestions[active], move };
}

interface KeyContext {
  draft: string;
  /** Suggestions are shown. */
  listed: boolean;
  chosen: Suggestion | undefined;
  /** The key is the space that ends a token. */
  endsHere: boolean;
  lastToken: number;
}

interface KeyActions {
  move: (step: number) => void;
  choose: (suggestion: Suggestion) => void;
  commit: () => void;
  remove: (index: number) => void;
  type: (next: string) => void;
  close: () => void;
}

/** The keyboard of a combobox (ARIA Authoring Practices); true when the key was ours. */
function actOnKey(key: string, at: KeyContext, act: KeyActions): boolean {
  if (key === 'ArrowDown') act.move(1);
  else if (key === 'ArrowUp') act.move(-1);
  else if ((key === 'Enter' || key === 'Tab') && at.chosen) act.choose(at.chosen);
  else if (key === 'Enter' || at.endsHere) act.commit();
  else if (key === 'Escape' && at.listed) act.close();
  else if (key === 'Escape' && at.draft !== '') act.type('');
  else if (key === 'Backspace' && at.draft === '' && at.lastToken >= 0) act.remove(at.lastToken);
  else return false;
  return true;
}

function nextOption(active: number, step: number, count: number): number {
  if (count === 0) return -1;
  if (active < 0) return step > 0 ? 0 : count - 1;
  return (active + step + count) % count;
}
