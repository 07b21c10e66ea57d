import { type RefObject, useLayoutEffect } from 'react';
import { placeOf } from './scope-search.ts';

/**
 * Marks what was searched for in the drawn texts that carry `data-searched`. It is the browser's own highlight
 * (`::highlight(found)` in the styles): a `mark` inside each text would be elements to make, to lay out and to throw away
 * at every key and for every row that scrolls by. A browser without highlights shows what was found unmarked.
 */
export function useFoundMarks(rows: RefObject<HTMLElement | null>, query: string): void {
  // After every drawing, for each changes the texts.
  useLayoutEffect(() => {
    if (found === undefined || rows.current === null || query.trim() === '') return;
    const marks = marksIn(rows.current, query);
    for (const mark of marks) found.add(mark);
    return () => {
      for (const mark of marks) found.delete(mark);
    };
  });
}

const found = registered('found');

function registered(name: string): Highlight | undefined {
  if (!('Highlight' in globalThis)) return undefined;
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}

function marksIn(rows: HTMLElement, query: string): StaticRange[] {
  const marks: StaticRange[] = [];
  for (const { firstChild: text } of rows.querySelectorAll('[data-searched]')) {
    const place = text === null ? undefined : placeOf(text.nodeValue ?? '', query);
    if (text === null || place === undefined) continue;
    const [startOffset, endOffset] = place;
    marks.push(new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset }));
  }
  return marks;
}
