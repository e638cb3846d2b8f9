using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tongban.Hall.Platform;
using Tongban.Hall.Platform.Connectors;
using Tongban.Hall.Platform.Keys;

namespace Tongban.Hall.Tests.Platform.Connectors;

/// <summary>How a gateway is asked: how often, how long, how much.</summary>
public sealed class SignedClientTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tongban-keys-").FullName;
    private readonly List<string> nonces = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task A_line_that_failed_is_tried_again_each_time_with_a_nonce_of_its_own(int failures, int attempts)
    {
        var reply = await AskAsync((attempt, _) => attempt <= failures ? throw new HttpRequestException("cut") : Answer());

        Assert.Null(reply.Problem);
        Assert.Equal(attempts, nonces.Distinct().Count());
        Assert.Equal(attempts, nonces.Count);
    }

    [Fact]
    public async Task A_line_that_keeps_failing_is_given_up_after_the_retries()
    {
        var reply = await AskAsync((_, _) => throw new HttpRequestException("cut"));

        Assert.Equal(("unreachable", 3), (reply.Problem, nonces.Count));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "http-500")]
    [InlineData(HttpStatusCode.Unauthorized, "http-401")]
    [InlineData(HttpStatusCode.Found, "http-302")]
    public async Task A_refusal_is_not_asked_for_again(HttpStatusCode status, string problem)
    {
        var reply = await AskAsync((_, _) => Task.FromResult(new HttpResponseMessage(status)));

        Assert.Equal((problem, 1), (reply.Problem, nonces.Count));
    }

    [Fact]
    public async Task A_body_that_stops_in_the_middle_is_tried_again_and_counts_as_silence()
    {
        var reply = await AskAsync((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Silence()) }));

        Assert.Equal("timeout", reply.Problem);
        Assert.InRange(nonces.Count, 2, 3);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_not_read_and_not_asked_for_again()
    {
        var reply = await AskAsync((_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(new byte[2000]) }));

        Assert.Equal(("too-long", 1), (reply.Problem, nonces.Count));
    }

    [Fact]
    public async Task All_attempts_together_do_not_outlast_the_limit()
    {
        var started = Stopwatch.GetTimestamp();

        var reply = await AskAsync(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return await Answer();
        }, limits => (limits.Retries, limits.PerAttempt) = (50, TimeSpan.FromMilliseconds(400)));

        Assert.Equal("timeout", reply.Problem);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromMilliseconds(1400), TimeSpan.FromMilliseconds(3000));
    }

    [Fact]
    public async Task Without_retries_it_is_asked_once()
    {
        await AskAsync((_, _) => throw new HttpRequestException("cut"), limits => limits.Retries = 0);

        Assert.Single(nonces);
    }

    private static Task<HttpResponseMessage> Answer() => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent("{}"u8.ToArray()) });

    private async Task<GatewayReply> AskAsync(Func<int, CancellationToken, Task<HttpResponseMessage>> gateway, Action<GatewayLimits>? change = null)
    {
        var limits = new GatewayLimits { PerAttempt = TimeSpan.FromMilliseconds(500), PerRequest = TimeSpan.FromMilliseconds(1500), MostBytes = 1000, RestAfter = 1000 };
        change?.Invoke(limits);
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(Options.Create(new HallOptions { Demo = true, KeysDirectory = folder }));
        services.AddSingleton(TimeProvider.System).AddSingleton<CityTime>().AddSingleton<HallKeys>();
        services.AddSignedClient("x", limits);
        services.AddHttpClient("x").ConfigurePrimaryHttpMessageHandler(() => new Gateway(gateway, nonces));
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredKeyedService<SignedClient>("x").PostAsync(new Uri("http://gateway.example/lookup"), "{}"u8.ToArray(), CancellationToken.None);
    }

    private sealed class Gateway(Func<int, CancellationToken, Task<HttpResponseMessage>> answer, List<string> nonces) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            nonces.Add(request.Headers.GetValues("X-Nonce").Single());
            return answer(nonces.Count, cancellationToken);
        }
    }

    private sealed class Silence : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
