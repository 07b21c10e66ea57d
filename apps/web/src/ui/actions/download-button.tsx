import Download from 'lucide-react/icons/download';
import { Button } from './button.tsx';
import { saveFile } from './save-file.ts';

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
      onClick={() => saveFile(fileName, new Blob([text], { type: 'text/plain;charset=utf-8' }))}
    >
      Download
    </Button>
  );
}
