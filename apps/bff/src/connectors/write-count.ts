/**
 * How often this process has written something that the list of a workspace shows: a list built before is looked at again at once, others'
 * writes are seen a second later. The stores count by themselves, so that no caller has to remember it.
 */
export type WriteCount = ReturnType<typeof createWriteCount>;

export function createWriteCount() {
  const writes = new Map<string, number>();
  const of = (workspaceId: string): number => writes.get(workspaceId) ?? 0;
  return {
    of,
    /** A write that counts when it is done: the workspace is its first argument. */
    counted:
      <A extends [workspaceId: string, ...unknown[]], R>(write: (...written: A) => Promise<R>) =>
      async (...written: A): Promise<R> => {
        const result = await write(...written);
        writes.set(written[0], of(written[0]) + 1);
        return result;
      },
  };
}
