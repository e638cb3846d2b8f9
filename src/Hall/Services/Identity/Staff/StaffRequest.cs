using System.Security.Claims;
using Tongban.Hall.Platform.Proceedings;

namespace Tongban.Hall.Services.Identity.Staff;

/// <summary>Which member of staff stands behind the request at hand, and in which post.</summary>
public sealed class StaffRequest(IHttpContextAccessor http, Posts posts)
{
    private PostView? post;

    public Guid MemberId => Id(ClaimTypes.NameIdentifier);

    public Guid SessionId => Id(ClaimNames.Session);

    public Guid OfficeId => Id(ClaimNames.Office);

    public async Task<PostView> PostAsync() => post ??= (await posts.OfAsync(MemberId)).Single(p => p.Post.Id == Id(ClaimNames.Post));

    /// <summary>How far the post sees.</summary>
    public async Task<Reach> ReachAsync() => Reach.Of(await PostAsync());

    private Guid Id(string claim) => Guid.Parse(http.HttpContext!.User.FindFirstValue(claim)!);
}
