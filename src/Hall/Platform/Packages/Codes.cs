namespace Tongban.Hall.Platform.Packages;

// The numbers are the code values of GB/T 39046; packages write the words.

public enum ItemType
{
    Licence = 1, Penalty = 2, Coercion = 3, Levy = 4, Payment = 5, Inspection = 6,
    Confirmation = 7, Award = 8, Ruling = 9, OtherPower = 10, PublicService = 20,
}

public enum AuthorityLevel { State = 1, Province = 2, City = 3, County = 4, Street = 5, Community = 6 }

public enum ServedPerson
{
    NaturalPerson = 1, Enterprise = 2, PublicInstitution = 3,
    SocialOrganisation = 4, Administration = 5, Other = 6,
}

public enum Channel { Window = 1, Computer = 2, Mobile = 3, Courier = 4, Kiosk = 9 }

/// <summary>How a case of the item is completed, as the published batches count it.</summary>
public enum Completion { Online, OnlineWithCourier, KioskAtOnce }

public enum MaterialSource { Applicant, Issued, Shared }

/// <summary>A issued, B checked against the original, C uploaded, D self-made.</summary>
public enum TrustGrade { A, B, C, D }

/// <summary>What a look-up is made for; one look-up may serve both.</summary>
[Flags]
public enum NeededFor { None = 0, Prefill = 1, Decision = 2, Both = 3 }
