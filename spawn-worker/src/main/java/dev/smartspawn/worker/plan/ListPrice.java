package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.price.ModelPrice;
import org.jspecify.annotations.Nullable;

/**
 * A price and its origin.
 *
 * @param from where it is written down; absent when it is unknown
 */
public record ListPrice(ModelPrice price, @Nullable PriceReference from) {}
