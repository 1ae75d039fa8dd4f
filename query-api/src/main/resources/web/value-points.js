// What the Value view draws: quality against price.

/** Models whose price is fixed and whose quality is estimated. @param options category, and isMeasured: only measured models */
export function valuePoints(models, { category, isMeasured }) {
  return models
    .filter((model) => model.estimates?.[category])
    .filter((model) => model.pricing.prompt >= 0 && !model.tags.includes("router"))
    .filter((model) => !isMeasured || model.estimates[category].sources > 0)
    .map((model) => ({
      model,
      estimate: model.estimates[category],
      price: model.pricing.prompt + model.pricing.completion,
    }));
}

/** The points that nothing at the same price or below beats, cheapest first. */
export function frontier(points) {
  const cheapestFirst = points.toSorted((a, b) => a.price - b.price || b.estimate.estimate - a.estimate.estimate);
  const best = [];
  for (const point of cheapestFirst) {
    if (best.length === 0 || point.estimate.estimate > best.at(-1).estimate.estimate) best.push(point);
  }
  return best;
}
