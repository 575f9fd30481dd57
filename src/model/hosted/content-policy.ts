/** Strict enough for any bank's web server; `frame-ancestors` only works as a header. */
export const contentPolicy = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
