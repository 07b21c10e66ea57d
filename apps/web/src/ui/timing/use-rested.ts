import { useEffect, useState } from 'react';

/** What `value` was when it last rested for `milliseconds`: what is asked for with it is asked once and not for every key. */
export function useRested<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}
