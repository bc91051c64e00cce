/**
 * What the user owns and wants: holdings with lots, the target mix and its bands, costs, tax and
 * plan settings. Values are checked when built; nothing here knows a file, a price service or
 * today's date.
 */
package allot.portfolio;
