package io.shelfwise.standalone.shop.goods;

/**
 * A group of kinds within a department.
 *
 * @param index its number in the shop, from 0
 */
public record Category(int index, String name, Department department) {}
