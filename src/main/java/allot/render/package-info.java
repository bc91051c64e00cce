/**
 * Results out. A view says how a result reads, as a {@link allot.render.Document} of sections,
 * facts, tables, sentences, charts and pictures; a renderer writes it as text, Markdown, CSV or
 * JSON. Views know results and no format, renderers know a format and no result. Knows nothing of
 * the terminal: how wide and how colourful a page is comes in as a {@link allot.render.Page}.
 */
package allot.render;
