import type { Blank } from './placeholders.ts';

export interface HelpDocument {
  title: string;
  fileName: string;
  text: string;
}

export interface HelpTab {
  id: string;
  title: string;
  /** What comes of it, and where it is run. */
  note: string;
  documents: HelpDocument[];
}

export interface Help {
  tabs: HelpTab[];
  /** What the code shows placeholders for. */
  missing: Blank[];
}
