using Tongban.Decisions.Syntax;

namespace Tongban.Decisions;

/// <summary>FEEL, the expression language of DMN 1.5 (clause 10.3): text in, compiled expression or problems out.</summary>
public static class Feel
{
    /// <summary>Parses, checks and compiles an expression (grammar rule 1).</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">The names it may use.</param>
    /// <returns>The expression, or what is wrong with the text, where, and what to do. An expression with type errors is there too and gives null in those places.</returns>
    public static Parsed<FeelExpression> Parse(string text, FeelScope scope) => FeelExpression.Compile(text, scope, null);

    /// <summary>
    /// Parses, checks and compiles unary tests (grammar rule 15), as they stand in the cells of a decision table.
    /// The value to be tested is handed to <see cref="FeelExpression.Evaluate"/> under the name <c>?</c>; the result is boolean or null.
    /// </summary>
    /// <param name="text">The tests, such as <c>[18..35), &gt; 60</c> or <c>"本科", "硕士"</c>; <c>-</c> is always true.</param>
    /// <param name="scope">The names the tests may use.</param>
    /// <param name="input">The type of the value that is tested.</param>
    public static Parsed<FeelExpression> ParseUnaryTests(string text, FeelScope scope, FeelType input) => FeelExpression.Compile(text, scope, input);
}
