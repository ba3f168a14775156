using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http.Downloads;

namespace Navo.Integrations.Core.Tests.Http.Downloads;

public sealed class DownloadSocketTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("ff02::1", false)]
    public void Row019_only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.Contain(IPAddress.Parse(address)));

    [Fact]
    public async Task Row019_a_name_that_leads_to_a_local_address_is_not_connected_to()
    {
        using SocketsHttpHandler socket = DownloadSocket.Create(allowsLocal: false, TimeSpan.FromMinutes(1));
        using HttpMessageInvoker client = new(socket);
        using HttpRequestMessage request = new(HttpMethod.Get, "http://localhost:9/");

        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        Assert.IsType<ProtocolException>(refused.InnerException);
    }
}
