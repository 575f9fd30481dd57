/** A text that a window keeps through reloads. Browsers may refuse storage: then it is kept until the page is left. */
export function kept(
  storage: 'session' | 'local',
  name: string,
): { read(): string | undefined; write(text: string): void } {
  const key = `quarterdeck-${name}`
  let own: string | undefined
  const store = (): Storage => (storage === 'session' ? sessionStorage : localStorage)
  return {
    read() {
      try {
        return store().getItem(key) ?? own
      } catch {
        return own
      }
    },
    write(text) {
      own = text
      try {
        store().setItem(key, text)
      } catch {
        // as said above
      }
    },
  }
}
