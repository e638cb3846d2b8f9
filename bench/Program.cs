using Tongban.Bench;

return args switch
{
    ["decisions"] => DecisionsBench.Run(),
    _ => 0,
};
