/**
 * What a program that is started gets of the environment: where programs, files and certificates are, and how the machine speaks. Keys and
 * passwords stand beside that, in variables whose names no list can know, so everything else is left out.
 */
type Environment = Readonly<Record<string, string | undefined>>;

const plain =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|CI|DISPLAY|TMPDIR|TMP|TEMP|PWD|SSL_CERT_FILE|SSL_CERT_DIR|NODE_COMPILE_CACHE|NODE_EXTRA_CA_CERTS|NODE_OPTIONS|NODE_V8_COVERAGE|SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE)$/i;

/** `own` are the beginnings of the names of settings that the program reads itself, such as `CONSOLE_`. */
export function childEnvironment(environment: Environment, own: readonly string[] = []): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => plain.test(name) || own.some((beginning) => name.startsWith(beginning)),
    ),
  );
}
