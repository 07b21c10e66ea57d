/** Two fields in one line where there is room, their labels, hints, inputs and errors level with each other. */
export const sideBySide =
  'grid gap-4 @min-[30rem]/step:grid-cols-2 @min-[30rem]/step:grid-rows-[repeat(4,auto)] @min-[30rem]/step:gap-y-1 @min-[30rem]/step:*:row-span-4 @min-[30rem]/step:*:grid-rows-subgrid';
