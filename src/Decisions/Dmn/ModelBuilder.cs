using Tongban.Decisions.Running;
using Tongban.Decisions.Syntax;
using Tongban.Decisions.Values;

namespace Tongban.Decisions.Dmn;

/// <summary>Makes a model of its XML: types first, then every element when it is first required.</summary>
internal sealed class ModelBuilder
{
    private readonly Element root;
    private readonly List<Problem> problems;
    private readonly IReadOnlyDictionary<string, ModelBuilder> imports;
    private readonly Dictionary<string, (Element Element, ModelNode Node)> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<ModelNode, Element> elements = [];
    private readonly List<ModelNode> nodes = [];
    private readonly HashSet<ModelNode> begun = [];
    private readonly HashSet<ModelNode> finished = [];

    public ModelBuilder(Element root, IReadOnlyList<DmnModel> available, List<Problem> problems)
    {
        (this.root, this.problems) = (root, problems);
        imports = Imports(available);
        Types = new(root.All("itemDefinition"), imports.Select(i => (i.Key, i.Value.Types)), problems);
        Register();
        foreach (var node in Nodes)
            Finish(node);
    }

    public string Namespace => root["namespace"] ?? "";
    public ItemTypes Types { get; }

    /// <summary>How many elements the model has of its own.</summary>
    public int Size { get; private set; }

    public IReadOnlyList<ModelNode> Nodes => nodes;

    private Dictionary<string, ModelBuilder> Imports(IReadOnlyList<DmnModel> available)
    {
        var found = new Dictionary<string, ModelBuilder>(StringComparer.Ordinal);
        foreach (var import in root.All("import"))
        {
            if (import["importType"] is { } kind && !kind.Contains("/DMN/", StringComparison.Ordinal))
                problems.Add(import.Place(null).Problem(Messages.NotSupported(kind)));
            else if (available.FirstOrDefault(m => m.Namespace == import["namespace"]) is { } model)
                found[import["name"] ?? ""] = model.Builder;
            else
                problems.Add(import.Place(null).Problem(Messages.ImportMissing(import["namespace"] ?? "")));
        }

        return found;
    }

    private void Register()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.Children)
        {
            if (element.Name is not ("inputData" or "decision" or "businessKnowledgeModel" or "decisionService"))
                continue;
            var name = element["name"]?.Trim();
            if (string.IsNullOrEmpty(name))
            {
                problems.Add(element.Place(null).Problem(Messages.Missing(element.Name, "name")));
                continue;
            }

            if (!names.Add(name))
                problems.Add(element.Place(name).Problem(Messages.Duplicate(name)));
            var place = element.Place(name);
            ModelNode node = element.Name switch
            {
                "inputData" => new InputNode(this, name, Size, place, Types.Find(element.Child("variable")?["typeRef"], place)),
                "decision" => new DecisionNode(this, name, Size, place),
                _ => new KnowledgeNode(this, name, Size, place),
            };
            Size++;
            elements[node] = element;
            nodes.Add(node);
            // Of two with one id, both are there, and references lead to the first.
            if (element.Id is { } id && !byId.TryAdd(id, (element, node)))
                problems.Add(place.Problem(Messages.Duplicate(id)));
        }
    }

    /// <summary>Compiles an element, after all that it requires.</summary>
    private void Finish(ModelNode node)
    {
        if (finished.Contains(node))
            return;
        if (!System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            problems.Add(node.Place.Problem(Messages.TooDeep()));
            return;
        }

        if (!begun.Add(node))
        {
            // A function may call itself; a decision may not wait for itself.
            if (node is DecisionNode)
                problems.Add(node.Place.Problem(Messages.Cycle(node.Name)));
            return;
        }

        var element = elements[node];
        switch (node)
        {
            case DecisionNode decision:
                Decision(decision, element);
                break;
            case KnowledgeNode service when element.Name == "decisionService":
                Service(service, element);
                break;
            case KnowledgeNode knowledge:
                Knowledge(knowledge, element);
                break;
            default:
                break;
        }

        finished.Add(node);
    }

    private void Decision(DecisionNode decision, Element element)
    {
        var requirements = Requirements(element).Where(r => r.Node != decision && (r.Node is not DecisionNode d || Ready(d))).ToArray();
        var scope = Scope.Root(Visible(requirements, []));
        var type = Types.Find(element.Child("variable")?["typeRef"], element.Place(decision.Name));
        if (BoxedParser.Find(element) is null)
            return;
        var boxed = new BoxedParser(Types, problems, decision.Name, requirements.Where(r => r.Import is null).DistinctBy(r => r.Node.Name).ToDictionary(r => r.Node.Name, r => r.Node.ItemType));
        var node = boxed.Inside(element, scope);
        decision.Define(new Logic(node, scope, requirements), type, requirements);
        if (!node.Type.MayBe(type.Type) && type.Type.Kind != FeelKind.List && node.Type.Kind != FeelKind.List)
            problems.Add(element.Place(decision.Name).Problem(Messages.WrongResult(decision.Name, type.Type, node.Type)));
    }

    // Whether a decision is compiled; one that is being compiled would be its own requirement.
    private bool Ready(DecisionNode node) => node.Owner != this || finished.Contains(node);

    private void Knowledge(KnowledgeNode knowledge, Element element)
    {
        var place = element.Place(knowledge.Name);
        knowledge.Declare(FeelType.AnyFunction);
        if (element.Child("encapsulatedLogic") is not { } logic)
            return;
        if (logic["kind"] is { } kind && kind != "FEEL")
        {
            problems.Add(place.Problem(Messages.NoExternalFunctions(kind)));
            return;
        }

        // It may call itself, whether it says so or not; a parameter of the same name hides it.
        var required = Requirements(element).Where(r => r.Node is KnowledgeNode && r.Node != knowledge).ToArray();
        Requirement[] requirements = Array.Exists(required, r => (r.Import ?? r.Node.Name) == knowledge.Name) ? required : [new(null, knowledge), .. required];
        var formal = logic.All("formalParameter").Select(p => (Name: p["name"]?.Trim() ?? "", Type: Types.Find(p["typeRef"], place))).ToArray();
        var scope = Scope.Root(Visible(requirements, formal.Select(p => (p.Name, p.Type.Type))));
        var slots = formal.Select(p => scope.Free(p.Name, p.Type.Type).Slot).ToArray();
        var body = new BoxedParser(Types, problems, knowledge.Name, formal.DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Type)).Inside(logic, scope);
        var result = Types.Find(logic["typeRef"] ?? element.Child("variable")?["typeRef"], place);
        if (result.Type is { Kind: FeelKind.Function, Result: { } inner })
            result = new ItemType(inner);
        var needed = new Bindings(scope, [.. requirements.Where(r => formal.All(p => p.Name != (r.Import ?? r.Node.Name)))]);
        knowledge.Define(new KnowledgeFunction(
            knowledge.Name, [.. formal.Select(p => new Parameter(p.Name, p.Type.Type))], slots, [.. formal.Select(p => p.Type)], result,
            result.Type, scope.Layout, body.Compile(), needed, place, this), body.Type, body);
    }

    private void Service(KnowledgeNode service, Element element)
    {
        service.Declare(FeelType.AnyFunction);
        var inputs = Referenced(element, "inputData").Concat(Referenced(element, "inputDecision")).Select(r => r.Node).ToArray();
        var outputs = Referenced(element, "outputDecision").Where(r => r.Node is DecisionNode).ToArray();
        var declared = Types.Find(element.Child("variable")?["typeRef"], element.Place(service.Name)).Type;
        var result = declared is { Kind: FeelKind.Function, Result: { } inner } ? inner
            : declared.Kind is not (FeelKind.Any or FeelKind.Function) ? declared
            : outputs.Length == 1 ? outputs[0].Node.Type
            : FeelType.Context([.. outputs.Select(o => (o.Node.Name, o.Node.Type))]);
        service.Define(new ServiceFunction(service.Name, [.. inputs.Select(i => new Parameter(i.Name, i.Type))], outputs, result, this), result);
    }

    private IEnumerable<Requirement> Referenced(Element element, string role) => element.All(role).Select(Resolve).OfType<Requirement>();

    private IEnumerable<Requirement> Requirements(Element element) => element.Children
        .Where(c => c.Name is "informationRequirement" or "knowledgeRequirement")
        .SelectMany(c => c.Children)
        .Where(c => c.Name is "requiredInput" or "requiredDecision" or "requiredKnowledge")
        .Select(Resolve).OfType<Requirement>();

    private Requirement? Resolve(Element reference)
    {
        var href = reference["href"] ?? "";
        var hash = href.LastIndexOf('#');
        var (ns, id) = (hash < 0 ? "" : href[..hash], href[(hash + 1)..]);
        if ((ns.Length == 0 || ns == Namespace) && byId.TryGetValue(id, out var own))
        {
            Finish(own.Node);
            return new(null, own.Node);
        }

        foreach (var (name, model) in imports)
            if (model.Namespace == ns && model.byId.TryGetValue(id, out var imported))
                return new(name.Length == 0 ? null : name, imported.Node);
        problems.Add(reference.Place(null).Problem(Messages.UnresolvedReference(href)));
        return null;
    }

    private FeelScope Visible(IReadOnlyList<Requirement> requirements, IEnumerable<(string, FeelType)> parameters)
    {
        var own = requirements.Where(r => r.Import is null).Select(r => (r.Node.Name, r.Node.Type));
        var imported = requirements.Where(r => r.Import is not null).GroupBy(r => r.Import!)
            .Select(g => (g.Key, FeelType.Context([.. g.Select(r => (r.Node.Name, r.Node.Type))])));
        return new FeelScope([.. own, .. imported, .. parameters], Types.FeelTypes);
    }
}
