namespace Tongban.Hall.Services.Identity.SignIn;

/// <summary>The section "Hall:SignIn".</summary>
public sealed class SignInLimits
{
    /// <summary>A session ends after so long without a page…</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(1);

    /// <summary>…and after so long in any case.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Wrong passwords in a row from browsers that the account does not know; its own browsers count apart.</summary>
    public int WrongPasswords { get; set; } = 5;

    /// <summary>How long a password is not looked at after too many wrong ones.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Wrong passwords a day from browsers that the account does not know.</summary>
    public int WrongPasswordsADay { get; set; } = 50;

    /// <summary>Attempts that failed, from one address, over all accounts, within ten minutes.</summary>
    public int FailuresPerAddress { get; set; } = 40;

    /// <summary>Codes sent to one person within an hour.</summary>
    public int CodesPerPerson { get; set; } = 6;

    /// <summary>Codes asked for from one address within ten minutes.</summary>
    public int CodesPerAddress { get; set; } = 30;

    /// <summary>Wrong codes for one account within a day.</summary>
    public int WrongCodesADay { get; set; } = 30;
}
