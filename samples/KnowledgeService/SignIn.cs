using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Navo.Integrations.Abstractions;

namespace KnowledgeService;

/// <summary>
/// Who reads. The demo's sign-in believes whoever names one of its readers; with sources of your own it offers nobody. Put yours in its place: whatever writes
/// <see cref="ReaderClaim"/> from an identity that it has proven decides what is shown.
/// </summary>
internal static class SignIn
{
    /// <summary>The claim that names the reader, as <c>scheme:value</c>.</summary>
    public const string ReaderClaim = "navo.reader";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "knowledge";
        options.Cookie.SameSite = SameSiteMode.Strict;          // no other site can ask with it
        options.Cookie.HttpOnly = true;
        options.ExpireTimeSpan = TimeSpan.FromHours(1);
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
    }

    public static void Map(IEndpointRouteBuilder app, DemoReaders readers)
    {
        app.MapGet("/session", (ClaimsPrincipal user) => new Session(user.Identity?.Name, readers.Names));
        app.MapPost("/session", async (SignInRequest request, HttpContext http) =>
        {
            if (readers.Find(request.Name) is not { } id)
            {
                return Results.Problem("There is no such reader.", statusCode: StatusCodes.Status401Unauthorized);
            }

            ClaimsIdentity identity = new([new(ClaimTypes.Name, request.Name), new(ReaderClaim, id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
            await http.SignInAsync(new(identity));
            return Results.NoContent();
        });
        app.MapDelete("/session", (HttpContext http) => http.SignOutAsync());
    }

    /// <summary>The reader of a request. Nobody is ever read for as the service.</summary>
    public static AccessContext ReaderOf(ClaimsPrincipal user) =>
        AccessContext.ForUser(PrincipalId.Parse(user.FindFirstValue(ReaderClaim) ?? throw new PermissionException("The sign-in names no reader.")));

    internal sealed record Session(string? Reader, IReadOnlyList<string> Readers);

    internal sealed record SignInRequest(string Name);
}
