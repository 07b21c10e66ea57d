/** The units that the picker's references show, and how both of them mark what was found. */
export type Unit = { id: string; name: string; children?: Unit[] };
type GivenUnit = { id: string; name: string; parentId?: string };

/** Reads `/units.json` and puts each unit into the one above it. */
export async function readUnits(): Promise<Unit[]> {
  const answer = await fetch('/units.json');
  const given: GivenUnit[] = await answer.json();
  const byId = new Map(given.map(({ id, name }): [string, Unit] => [id, { id, name }]));
  const roots: Unit[] = [];
  for (const { id, parentId } of given) {
    const unit = byId.get(id);
    if (!unit) continue;
    const parent = byId.get(parentId ?? '');
    if (parent === undefined) roots.push(unit);
    else if (parent.children === undefined) parent.children = [unit];
    else parent.children.push(unit);
  }
  return roots;
}

export function contains({ name, id }: Unit, term: string): boolean {
  const wanted = term.toLowerCase();
  return name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted);
}
