namespace Tongban.Hall.Systems.Catalogue.Search;

/// <summary>One thing that can be found: its title, other words for it, and what it is about.</summary>
public sealed record SearchItem(string Id, IReadOnlyList<string> Titles, IReadOnlyList<string> Words, string About);

/// <param name="Score">Higher is better; only the order means anything.</param>
/// <param name="Certain">All that was typed was found; else it is a guess.</param>
public sealed record SearchHit(string Id, double Score, bool Certain);

/// <summary>Finds services by everyday words, pinyin and initials, and forgives typing errors.
/// Built once, read by many; nothing is allocated per item that is not touched.</summary>
public sealed class SearchIndex
{
    private const double Title = 8, Word = 5, About = 1;

    private readonly IReadOnlyList<SearchItem> items;
    private readonly Dictionary<string, List<(int Item, double Weight)>> postings = [];
    private readonly List<(string Full, string Initials, int Item)> pinyin = [];
    private readonly string[] words;

    private SearchIndex(IReadOnlyList<SearchItem> items)
    {
        this.items = items;
        for (var i = 0; i < items.Count; i++) Add(i, items[i]);
        words = [.. postings.Keys.Where(k => k.Length > 3 && k[0] < 0x2E80)];
    }

    public static SearchIndex Build(IReadOnlyList<SearchItem> items) => new(items);

    public IReadOnlyList<SearchHit> Search(string query, int most = 20)
    {
        var text = query.Length > 60 ? query[..60] : query;
        var tokens = Tokens.Of(text).Distinct().ToList();
        if (tokens.Count == 0) return [];
        var scores = new Dictionary<int, (double Score, int Found)>();
        foreach (var token in tokens) Score(token, scores);
        AddPinyin(Tokens.Normalise(text), scores, tokens.Count);
        // Single characters alone say little: half of what was typed must be there.
        return [.. scores.Where(s => s.Value.Found * 2 >= tokens.Count)
            .OrderByDescending(s => s.Value.Score).ThenBy(s => s.Key).Take(most)
            .Select(s => new SearchHit(items[s.Key].Id, s.Value.Score, s.Value.Found >= tokens.Count))];
    }

    private void Add(int item, SearchItem source)
    {
        var weights = new Dictionary<string, double>();
        foreach (var (text, weight) in source.Titles.Select(t => (t, Title)).Concat(source.Words.Select(w => (w, Word))).Append((source.About, About)))
            foreach (var token in Tokens.Of(text))
                weights[token] = Math.Max(weights.GetValueOrDefault(token), weight);
        foreach (var (token, weight) in weights)
        {
            if (!postings.TryGetValue(token, out var list)) postings[token] = list = [];
            list.Add((item, weight));
        }
        foreach (var text in source.Titles.Concat(source.Words).Where(t => t.Any(c => c >= 0x2E80)))
        {
            var (full, initials) = Tokens.PinyinOf(text);
            pinyin.Add((full, initials, item));
        }
    }

    private void Score(string token, Dictionary<int, (double, int)> scores)
    {
        if (postings.TryGetValue(token, out var list)) Add(list, 1, token, scores);
        else if (token[0] < 0x2E80)
            foreach (var near in Near(token)) Add(postings[near], near.StartsWith(token, StringComparison.Ordinal) ? 0.7 : 0.5, token, scores);
    }

    private void Add(List<(int Item, double Weight)> list, double share, string token, Dictionary<int, (double Score, int Found)> scores)
    {
        var rarity = Math.Log(1 + (double)items.Count / list.Count);
        var length = token[0] < 0x2E80 ? 2 : token.Length;
        foreach (var (item, weight) in list)
        {
            var (score, found) = scores.GetValueOrDefault(item);
            scores[item] = (score + weight * rarity * length * share, found + 1);
        }
    }

    // Letters only: perhaps pinyin in full, perhaps initials, perhaps with one slip.
    private void AddPinyin(string typed, Dictionary<int, (double Score, int Found)> scores, int tokens)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit));
        if (letters.Length < 2 || typed.Any(c => c >= 0x2E80)) return;
        foreach (var (full, initials, item) in pinyin)
        {
            var score = initials == letters ? 60
                : full.StartsWith(letters, StringComparison.Ordinal) ? 50
                : letters.Length >= 3 && initials.Contains(letters, StringComparison.Ordinal) ? 35
                : letters.Length >= 4 && full.Contains(letters, StringComparison.Ordinal) ? 30
                : letters.Length >= 5 && Slips.AtMostOne(letters, full, prefix: true) ? 20 : 0;
            if (score == 0) continue;
            var (before, found) = scores.GetValueOrDefault(item);
            scores[item] = (Math.Max(before, score), Math.Max(found, tokens));
        }
    }

    private IEnumerable<string> Near(string token) => token.Length < 4
        ? []
        : words.Where(w => w.StartsWith(token, StringComparison.Ordinal) || Slips.AtMostOne(token, w, prefix: false));
}
