// Filters and sorts the list of models.

/** Whether a model passes every filter that is set. */
export function isMatch(model, filters) {
  const text = filters.q.trim().toLowerCase();
  return (
    (!text || model.id.toLowerCase().includes(text) || model.name.toLowerCase().includes(text)) &&
    (!filters.category || model.categories.includes(filters.category)) &&
    (!filters.tier || model.tier === filters.tier) &&
    (!filters.provider || model.provider === filters.provider) &&
    (!filters.capability || model.capabilities[filters.capability]) &&
    (!filters.context || model.contextLength >= Number(filters.context)) &&
    isAffordable(model.pricing.prompt, filters.price)
  );
}

/** A negative price means that it varies: such a model is under no limit. */
function isAffordable(price, limit) {
  if (limit === "") return true;
  return limit === "0" ? price === 0 : price >= 0 && price < Number(limit);
}

/** Sorted by a column's id, or by "-" and the id in descending order. Models without a value come last either way. */
export function sorted(models, columns, sort) {
  const id = sort.replace(/^-/, "");
  const sign = sort.startsWith("-") ? -1 : 1;
  if (id === "name") return models.toSorted((a, b) => sign * a.name.localeCompare(b.name));
  const column = columns.find((each) => each.id === id) ?? columns[0];
  const known = (model) => {
    const value = column.value(model);
    return value === undefined || value === null || value < 0 ? null : value;
  };
  return models.toSorted((a, b) => {
    const [left, right] = [known(a), known(b)];
    if (left === null || right === null) return (left === null) - (right === null);
    return sign * (left - right) || a.id.localeCompare(b.id);
  });
}

/** The sort after a click on a column: descending first, then ascending. */
export const nextSort = (sort, id) => (sort === "-" + id ? id : "-" + id);
