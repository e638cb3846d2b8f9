using Tongban.Sandbox.People;
using Tongban.Sandbox.RealName;

namespace Tongban.Sandbox.Tests.People;

public class ProofsTests
{
    [Fact]
    public void A_person_always_has_the_same_and_nobody_has_anothers()
    {
        var people = Enumerable.Range(0, 500).Select(i => new Population(2018, 1_000_000).At(i)).ToList();

        Assert.All(people, p => Assert.Equal(Proofs.Of(p), Proofs.Of(p)));
        foreach (var kind in new[] { Proofs.SocialSecurityCard, Proofs.BankCard, Proofs.ProvidentFund, Proofs.DrivingLicence })
            Assert.True(people.Select(p => Proofs.Of(p)[kind]).Distinct().Count() >= 499, kind);
    }

    [Fact]
    public void A_bank_card_has_the_digit_that_checks_the_others()
    {
        var card = Proofs.Of(new Population(2018, 1_000_000).At(1))[Proofs.BankCard];
        var sum = card.Reverse().Select((c, i) => (c - '0') * (i % 2 + 1)).Sum(d => d > 9 ? d - 9 : d);
        Assert.Equal((19, 0), (card.Length, sum % 10));
    }
}
