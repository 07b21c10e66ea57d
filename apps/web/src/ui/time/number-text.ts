/** A whole number as it is read: "12,045". One formatter for all of them, for finding one anew is what makes it slow. */
export function numberText(number: number): string {
  return NUMBERS.format(number);
}

const NUMBERS = new Intl.NumberFormat('en');
