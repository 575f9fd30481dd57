/** A file that belongs to the page, fetched when first asked for. */
export interface PageFile<T> {
  /** Rejects when it cannot be had after some tries; the next call tries again. */
  load(): Promise<T>
  /** After a live update. */
  replace(data: T): void
}

/** Between tries, in milliseconds: a network that comes and goes is back within moments. */
const waits = [300, 1500]

export function createPageFile<T>(fetchOnce: () => Promise<T>, pauses: readonly number[] = waits): PageFile<T> {
  let data: Promise<T> | undefined
  const attempt = async (left: readonly number[]): Promise<T> => {
    try {
      return await fetchOnce()
    } catch (error) {
      const [pause, ...later] = left
      if (pause === undefined) throw error
      await new Promise((done) => setTimeout(done, pause))
      return attempt(later)
    }
  }
  return {
    load() {
      if (data) return data
      const asked = attempt(pauses)
      data = asked
      asked.catch(() => {
        if (data === asked) data = undefined
      })
      return asked
    },
    replace(next) {
      data = Promise.resolve(next)
    },
  }
}
