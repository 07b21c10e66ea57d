/** Reads of a Markdown document what can be checked: its relative links, and the tree of folders it draws. */

/** Relative targets only, without their anchors. */
export function linksIn(markdown: string): string[] {
  const text = markdown.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/i.test(target));
}

/**
 * The folders of the first code block below the heading that speaks of the map. One entry per line, the name first
 * (`src/app/` or, two spaces deeper, `app/`), what it is for behind it; a folder ends with a slash.
 */
export function foldersInMap(markdown: string): string[] {
  const block = /^#+ .*\bmap\b.*?^```\w*\n(.*?)^```/ims.exec(markdown)?.[1] ?? '';
  const parents: { depth: number; path: string }[] = [];
  const folders: string[] = [];
  for (const [, indent = '', name = ''] of block.matchAll(/^([\s│├└─]*)([\w.@-][\w./@-]*\/)(?=\s|$)/gm)) {
    while ((parents.at(-1)?.depth ?? -1) >= indent.length) parents.pop();
    const path = `${parents.at(-1)?.path ?? ''}${name}`;
    parents.push({ depth: indent.length, path });
    folders.push(path);
  }
  return folders;
}
