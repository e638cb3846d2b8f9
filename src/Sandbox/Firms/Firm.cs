using Tongban.Sandbox.People;

namespace Tongban.Sandbox.Firms;

/// <summary>An invented firm as the business register has it.</summary>
public sealed record Firm
{
    /// <summary>GB 32100, 18 characters.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>有限责任公司, 个人独资企业 and so on.</summary>
    public required string Kind { get; init; }

    /// <summary>存续, 吊销 or 注销.</summary>
    public string Status { get; init; } = "存续";

    /// <summary>12-digit code of where it is registered.</summary>
    public required string Region { get; init; }

    public required string Address { get; init; }

    public required DateOnly EstablishedOn { get; init; }

    /// <summary>法定代表人.</summary>
    public required Person Representative { get; init; }
}
