package allot.render;

/**
 * A drawing that only a web page can hold. Text and Markdown leave it out: the table beside it says
 * the same.
 */
public sealed interface Picture extends Block permits ShareBars, Treemap, BeforeAfter {}
