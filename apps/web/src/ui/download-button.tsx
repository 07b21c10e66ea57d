import Download from 'lucide-react/icons/download';
import { Button } from './button.tsx';

export interface DownloadButtonProps {
  fileName: string;
  text: string;
}

/** Saves `text` as a file. It is made in the browser: nothing of it travels anywhere. */
export function DownloadButton({ fileName, text }: DownloadButtonProps) {
  return (
    <Button
      size="sm"
      icon={<Download size={13} />}
      aria-label={`Download ${fileName}`}
      onClick={() => save(fileName, text)}
    >
      Download
    </Button>
  );
}

function save(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Not every browser has read it when the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
