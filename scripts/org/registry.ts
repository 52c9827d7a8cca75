/** A row of the registry: a call center's name and type as Switchboard saved them. */
export interface RegistryRow {
    CallCenterId__c: string;
    Name: string;
    InternalName__c: string | null;
    /** A value of the picklist. */
    Kind__c: string | null;
    /** A value of the picklist; null in records of older versions. */
    KnownBy__c: string | null;
    ReadAt__c: string | null;
}

export const REGISTRY_SOQL =
    'SELECT CallCenterId__c, Name, InternalName__c, Kind__c, KnownBy__c, ReadAt__c FROM CallCenterProfile__c';
