// The key by which the API recognises a request that it has already accepted.

/** The same request sent twice from one form has one key, and starts one spawn; a changed request starts another. */
export function idempotencyKey(formId, request) {
  return `${formId}-${hash(JSON.stringify(request))}`;
}

function hash(text) {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + char.codePointAt(0)) | 0;
  return (value >>> 0).toString(36);
}
