namespace Tongban.Sandbox.People;

/// <summary>One person's luck: the same seed, person and subject always draw the same.</summary>
internal readonly record struct Chance(int Seed, long Person)
{
    /// <summary>A whole number from 0 up to <paramref name="below"/>.</summary>
    public int Draw(Subject subject, int below) => (int)(Mixer.Mix(Seed, Person, (int)subject) % (uint)below);

    public bool Happens(Subject subject, int per1000) => Draw(subject, 1000) < per1000;

    public T Pick<T>(Subject subject, IReadOnlyList<T> from) => from[Draw(subject, from.Count)];
}

/// <summary>What is drawn about a person. The order is part of the seed's meaning: add at the end.</summary>
internal enum Subject
{
    Family, Given, SecondGiven, GivenLength, Mobile, Nation, Settles, District, House, Room, Moved,
    Studies, Level, FullTime, Degree, School, Serial, GraduationDay, Received, ReceivedWhen, ReceivedWhere,
    Criminal, Certificates, CertificateCount, Resides, ResidentMonths, Insured, InsuredFrom, InsuredWhere,
    DiesEarly, DeathAge, MoreDeathAge, DeathDay, Allowance, AllowanceMonths, MobileDigits,
}
