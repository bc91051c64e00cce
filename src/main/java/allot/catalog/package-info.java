/**
 * Which bucket, sector and host chains an asset has, and who says so. The built-in catalogue is
 * data with its provenance; nothing here knows a portfolio or a price.
 */
package allot.catalog;
