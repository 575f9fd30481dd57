/** Live updates while writing; never part of a build. */
export function listen(): void {}
