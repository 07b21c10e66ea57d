/** What both clouds' requests share. Strict: an undocumented field is a mistake here, not something to pass on. */
import { z } from 'zod';

/** A frequency as request bodies spell it. */
export const Frequency = z.strictObject({
  hours: z.int().nonnegative(),
  minutes: z.int().min(0).max(59),
});
export type Frequency = z.input<typeof Frequency>;

/** The apps a connector may feed: Asset Inventory, Cloud Inventory, Cloud Security Assessment. */
export const AppName = z.enum(['AI', 'CI', 'CSA']);
export type AppName = z.input<typeof AppName>;

/** A numeric id as bodies carry it: a JSON number, so never beyond 2^53. */
export const NumericId = z.int().positive();

/** The body of the calls that act on several ids at once (A7, A10, A12). */
export const NumericIdList = z.array(NumericId).min(1);
export type NumericIdList = z.input<typeof NumericIdList>;

/** Paging of a read. The documents list it for A13 and W3; the other pages take it too, or there would be no way on. */
export const PageQuery = z.strictObject({
  pageNumber: z.int().nonnegative().optional(),
  pageSize: z.int().positive().optional(),
});
export type PageQuery = z.input<typeof PageQuery>;

/** Paging and filter of a list (A5, W3). `query` is written in the vendor's tokens, such as `name:"x"` or `isDisabled: true`. */
export const ListQuery = PageQuery.extend({ query: z.string().min(1).optional() });
export type ListQuery = z.input<typeof ListQuery>;
