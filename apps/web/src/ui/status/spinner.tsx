import LoaderCircle from 'lucide-react/icons/loader-circle';

/** A turning mark for work under way; it is decoration, the words beside it say what is awaited. */
export function Spinner({ size = 14 }: { size?: number | undefined }) {
  return <LoaderCircle size={size} className="turning shrink-0" aria-hidden="true" />;
}
